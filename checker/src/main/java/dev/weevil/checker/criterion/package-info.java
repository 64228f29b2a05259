/**
 * Other things than linearizability that a history of objects may be held to: weaker ones, and that
 * nothing happened twice. Knows models and verdicts; searches by itself where linearizability does not
 * serve.
 */
package dev.weevil.checker.criterion;
