/** A closed model: layout, actors, steps and properties over one frame, and how one is made. */
package org.exitrace.engine.model;
