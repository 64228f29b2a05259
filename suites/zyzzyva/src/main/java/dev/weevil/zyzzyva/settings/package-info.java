/** How a cluster is configured: switches, sizes and timers (PROTOCOL.md, section 2). */
package dev.weevil.zyzzyva.settings;
