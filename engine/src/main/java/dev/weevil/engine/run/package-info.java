/** A run from plan to verdict: scenarios, suites, what is run and how it is judged. */
package dev.weevil.engine.run;
