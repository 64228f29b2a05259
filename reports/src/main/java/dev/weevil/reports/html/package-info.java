/**
 * Writes HTML in which whatever a run brought along stays text: escaped, with control characters made
 * visible, and cut where it is too long. Knows nothing of runs.
 */
package dev.weevil.reports.html;
