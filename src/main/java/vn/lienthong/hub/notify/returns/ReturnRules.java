package vn.lienthong.hub.notify.returns;

import java.util.Optional;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * {@code config/notify/returns.yaml}: the mailbox to which letters come back; without a host nobody looks.
 *
 * @param tls {@code tls} (from the first byte), {@code starttls} or {@code none}
 */
record ReturnRules(
        String host, int port, String tls, String user, String folder, int everySeconds, int timeoutSeconds) {

    static final String FILE = "notify/returns.yaml";

    static final ReturnRules OFF = new ReturnRules("", 0, "tls", "", "INBOX", 60, 15);

    private static final YAMLMapper YAML = YAMLMapper.shared();

    static ReturnRules read(Optional<String> yaml) {
        return yaml.map(text -> YAML.readValue(text, ReturnRules.class)).orElse(OFF);
    }

    boolean configured() {
        return !host.isBlank();
    }
}
