/** What a scripted guest CPU can be told to do, one operation after the other. */
package org.exitrace.ghcb.script;
