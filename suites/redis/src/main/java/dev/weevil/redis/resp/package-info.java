/** The protocol of Redis clients, RESP, version 2: requests and replies on a socket. */
package dev.weevil.redis.resp;
