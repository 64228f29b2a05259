/**
 * The replicated service: a key-value store with put, get, cas, append and stamp, deterministic and
 * bounded under any operation, and the translation between what a workload asks for and the bytes that
 * are replicated. This package knows nothing of replication.
 */
package dev.weevil.zyzzyva.service;
