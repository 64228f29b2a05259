/** What came of a whole suite: a page, JUnit XML, a summary in Markdown. Reads results only. */
package dev.weevil.reports.suite;
