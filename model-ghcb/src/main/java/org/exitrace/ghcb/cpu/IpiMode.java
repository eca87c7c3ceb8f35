package org.exitrace.ghcb.cpu;

/** Delivery mode of an inter-processor interrupt, as the interrupt command register has it. */
public enum IpiMode {
    /** INIT, level assert. */
    INIT,
    /** STARTUP. */
    SIPI
}
