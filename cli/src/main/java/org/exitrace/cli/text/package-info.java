/** What verbs print: entries in columns, and JSON documents. */
package org.exitrace.cli.text;
