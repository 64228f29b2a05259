/**
 * Judges histories of transactions over lists (append, read) and registers (write, read): which
 * anomalies they show, and which consistency levels those refute.
 *
 * <p>After Kingsbury and Alvaro, "Elle: inferring isolation anomalies from experimental
 * observations", VLDB 2020, with the levels of Adya's thesis (1999) and of Cerone and Gotsman,
 * "Analysing snapshot isolation", JACM 2018. The way from a history to a verdict, file by file:
 * {@code TransactionReader} lays it out in columns; {@code InternalReads} compares each transaction
 * with itself; {@code ListOrders} and {@code RegisterOrders} recover the order of versions of each
 * key; {@code Dependencies} turns these into edges; {@code Components} finds what is cyclic in arrays;
 * {@code CycleSearch} finds short cycles with JGraphT, in the cyclic components only.
 *
 * <p>Knows histories and verdicts: no model, no other engine.
 */
package dev.weevil.checker.serializability;
