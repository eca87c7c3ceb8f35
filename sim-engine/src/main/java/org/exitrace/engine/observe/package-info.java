/** What of a model somebody sees from outside, and what must have happened unseen. */
package org.exitrace.engine.observe;
