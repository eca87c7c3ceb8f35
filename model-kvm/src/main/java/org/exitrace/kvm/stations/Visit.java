package org.exitrace.kvm.stations;

/**
 * A part of somebody's way: something that is done some times at a place, which is left and entered
 * anew between two times.
 *
 * @param name what is done, as steps tell it
 * @param key what it costs once
 * @param place where it is done
 * @param times how often, from 0
 */
record Visit(String name, String key, Place place, int times) {

    /** Once, where nobody waits. */
    static Visit own(String name, String key) {
        return new Visit(name, key, Place.OWN, 1);
    }
}
