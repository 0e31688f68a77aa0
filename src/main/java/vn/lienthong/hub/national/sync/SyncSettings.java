package vn.lienthong.hub.national.sync;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import vn.lienthong.hub.dossier.Lane;

/**
 * How hard and how patiently the hub works on the national portal.
 *
 * @param environment name of the ledger; left out, {@code stand-in} in standalone mode and {@code production} in node mode
 * @param flights flights in the air at once
 * @param claim dossiers of one flight at most
 * @param batch dossiers of one create or update call at most
 * @param calls calls in the air at once, over all flights
 * @param linger how long little traffic waits for company
 * @param gapHold how long a step waits for the one missing before it
 * @param breakerPause how long the portal is left alone once given up
 * @param sessionKept how long other nodes may take over a session from Redis; shorter than the portal keeps it
 * @param confirmPerSecond budget of the slow second look
 * @param confirmAfter how old an acknowledgement must be for it
 */
@ConfigurationProperties("lienthong.national")
public record SyncSettings(
        @DefaultValue("true") boolean enabled,
        @DefaultValue("") String environment,
        @DefaultValue("4") int flights,
        @DefaultValue("50") int claim,
        @DefaultValue("10") int batch,
        @DefaultValue("16") int calls,
        @DefaultValue("5s") Duration connectTimeout,
        @DefaultValue("30s") Duration callTimeout,
        @DefaultValue("2MB") DataSize maxReply,
        @DefaultValue("20ms") Duration linger,
        @DefaultValue("1s") Duration tick,
        @DefaultValue("10s") Duration gapHold,
        @DefaultValue("10s") Duration breakerPause,
        @DefaultValue("10m") Duration sessionKept,
        @DefaultValue("20") int confirmPerSecond,
        @DefaultValue("30s") Duration confirmAfter,
        @DefaultValue Weights weights) {

    /** Of so many claims, how many are for each lane when all have rows. */
    public record Weights(
            @DefaultValue("6") int live,
            @DefaultValue("3") int catchUp,
            @DefaultValue("1") int bulk) {

        Map<Lane, Integer> map() {
            return Map.of(Lane.LIVE, live, Lane.CATCH_UP, catchUp, Lane.BULK, bulk);
        }
    }

    /** A round may log in, call, and wait its turn for a free call several times over. */
    Duration lease() {
        return callTimeout.multipliedBy(5);
    }
}
