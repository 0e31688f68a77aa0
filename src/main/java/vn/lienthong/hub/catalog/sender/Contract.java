package vn.lienthong.hub.catalog.sender;

/** What a record of a sender says. */
public enum Contract {
    /** What happened: each record is one event of a dossier. */
    EVENTS,
    /** How a dossier stands: only what differs from the sender's previous snapshot is news. */
    SNAPSHOTS
}
