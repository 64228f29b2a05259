/**
 * The page of one run. Its verdict stands in plain HTML that needs neither script nor style; the time
 * axis, the filter and the table under it are drawn by the scripts beside this package.
 */
package dev.weevil.reports.run;
