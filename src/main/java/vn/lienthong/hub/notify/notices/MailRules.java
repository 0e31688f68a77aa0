package vn.lienthong.hub.notify.notices;

/**
 * The mail server; without a host no mail is sent.
 *
 * @param startTls whether the connection must be encrypted
 * @param returnTo where letters come back to; empty: to {@code from}
 */
record MailRules(
        String host, int port, boolean startTls, String user, String from, String returnTo, int timeoutSeconds) {

    boolean configured() {
        return !host.isBlank();
    }
}
