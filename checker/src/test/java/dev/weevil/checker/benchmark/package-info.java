/** Programs that measure engines and print a table; no tests. */
package dev.weevil.checker.benchmark;
