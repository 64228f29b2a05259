/** What a system under test is: who belongs to it, what its links promise, how its nodes are made. */
package dev.weevil.engine.cluster;
