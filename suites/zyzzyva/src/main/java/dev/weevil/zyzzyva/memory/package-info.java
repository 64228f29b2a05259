/** What a replica keeps on its disk, and how it is written (PROTOCOL.md, 5.1). */
package dev.weevil.zyzzyva.memory;
