package vn.lienthong.identity.client;

import org.jspecify.annotations.Nullable;

/**
 * What one request of a browser asks of the log-in.
 *
 * @param client the id of who asks, however the request names it
 * @param acr its {@code acr_values}, with blanks between, of which one suffices
 * @param procedure its {@code procedure}, of which the province says what it demands
 */
public record Asked(
        @Nullable String client,
        @Nullable String acr,
        @Nullable String procedure) {}
