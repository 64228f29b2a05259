/**
 * What a trace proves, made ready to be told: which operations are in conflict, what the replicas
 * decided, what became of each message, and the story of a violation in words. Knows nothing of pages.
 */
package dev.weevil.reports.evidence;
