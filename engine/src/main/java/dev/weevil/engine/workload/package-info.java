/** What clients do: the operations they ask for, drawn from a seed. */
package dev.weevil.engine.workload;
