/** One of two suites that know each other, on purpose. */
package dev.weevil.first.trespass;
