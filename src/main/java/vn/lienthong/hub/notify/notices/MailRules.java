package vn.lienthong.hub.notify.notices;

/**
 * The mail server; without a host no mail is sent.
 *
 * @param startTls whether the connection must be encrypted
 */
record MailRules(String host, int port, boolean startTls, String user, String from, int timeoutSeconds) {

    boolean configured() {
        return !host.isBlank();
    }
}
