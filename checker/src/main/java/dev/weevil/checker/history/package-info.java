/** What clients saw: operations with their invocations and completions. Knows nothing of any engine. */
package dev.weevil.checker.history;
