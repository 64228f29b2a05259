/**
 * Sequential specifications: what an object does when asked one thing at a time. Knows calls, never
 * how a history is searched.
 */
package dev.weevil.checker.model;
