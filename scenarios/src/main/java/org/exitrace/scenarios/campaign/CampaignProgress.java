package org.exitrace.scenarios.campaign;

/**
 * How far a campaign is. Rates are for the listener to compute: campaigns have no clock.
 *
 * @param runs runs made
 * @param wanted runs to be made
 * @param steps steps of all runs together
 * @param failures runs that broke a property
 */
public record CampaignProgress(long runs, long wanted, long steps, long failures) {
}
