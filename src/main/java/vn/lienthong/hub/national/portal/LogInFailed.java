package vn.lienthong.hub.national.portal;

/** The portal gave no session; nothing was sent. */
public final class LogInFailed extends RuntimeException {

    public LogInFailed(String words) {
        super(words, null, false, false);
    }
}
