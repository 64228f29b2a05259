/** Breaks the rules of its module on purpose; see {@link dev.weevil.architecture.RulesTest}. */
package dev.weevil.checker.trespass;
