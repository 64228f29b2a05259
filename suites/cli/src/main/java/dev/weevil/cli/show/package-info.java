/** How results and progress are shown: tables, JSON, a bar. Knows results, runs nothing. */
package dev.weevil.cli.show;
