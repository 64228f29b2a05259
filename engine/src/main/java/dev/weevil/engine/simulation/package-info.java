/**
 * The same nodes on one thread under virtual time, from one seed: a plan and a seed give the same trace
 * in every JVM.
 */
package dev.weevil.engine.simulation;
