/**
 * What the scenarios are worth: each deletion takes one numbered rule out of a copy of the sources,
 * and the conformance scenarios are run against what is left. Nothing here can be reached from a
 * cluster's settings.
 */
package dev.weevil.zyzzyva.deletion;
