/**
 * A run as compact columns for the page's own script: numbers as differences in variable length, texts
 * once in a dictionary, all of it compressed. {@code unpack.js} beside the page reads what {@link
 * dev.weevil.reports.timeline.Encoding} writes, in the same order.
 */
package dev.weevil.reports.timeline;
