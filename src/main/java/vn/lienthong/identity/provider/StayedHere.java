package vn.lienthong.identity.provider;

/** Why a browser was not sent back to a client, for the page that says so. */
public final class StayedHere {

    /** Of the request: the error's code. */
    public static final String ATTRIBUTE = "vn.lienthong.identity.stayed-here";

    private StayedHere() {}
}
