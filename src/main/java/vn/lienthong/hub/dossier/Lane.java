package vn.lienthong.hub.dossier;

/** What kind of traffic a ledger row is; each lane is claimed separately, by weight. */
public enum Lane {
    /** A change that happened now. */
    LIVE,
    /** A change that waited through an outage or a failure. */
    CATCH_UP,
    /** A planned re-send of many dossiers. */
    BULK
}
