/** The examples of the user guide, which is checker/README.md: compiled, run, and word for word there. */
package dev.weevil.checker.guide;
