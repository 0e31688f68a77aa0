package vn.lienthong.hub.national.portal;

import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** The adapter's log-in: user name and password for a session. */
record AdapterLogIn(Session.Account account) implements LogInForm {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Override
    public Outgoing write() {
        var login = JSON.createObjectNode().put("username", account.username());
        return Outgoing.json(
                account.path(),
                Map.of(),
                JSON.writeValueAsBytes(login.put("password", account.password().get())));
    }

    @Override
    public Optional<Reply> read(int httpStatus, byte[] body) {
        return ENVELOPE.read(httpStatus, body);
    }

    @Override
    public Optional<String> token(byte[] body) {
        return Optional.of(JSON.readTree(body).path("session").asString("")).filter(token -> !token.isEmpty());
    }
}
