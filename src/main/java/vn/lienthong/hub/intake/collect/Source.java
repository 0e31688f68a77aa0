package vn.lienthong.hub.intake.collect;

import vn.lienthong.hub.catalog.sender.Sender;

/** One way of fetching. */
public interface Source {

    /** What {@code collect.by} calls it. */
    String by();

    /**
     * Fetches what there is.
     *
     * @return whether more is waiting already
     */
    boolean collect(Sender sender, Round round) throws CollectFailure;
}
