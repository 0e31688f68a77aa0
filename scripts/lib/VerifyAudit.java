import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks exported days of an audit by what docs/security.md says of the chain, with the JDK alone. */
final class VerifyAudit {

    private VerifyAudit() {}

    public static void main(String[] words) throws Exception {
        String chain = "audit";
        byte[] key = null;
        List<Path> days = new ArrayList<>();
        for (int i = 0; i < words.length; i++) {
            switch (words[i]) {
                case "--chain" -> chain = words[++i];
                case "--master-key" -> key = Base64.getDecoder().decode(Files.readString(Path.of(words[++i])).strip());
                default -> days.add(Path.of(words[i]));
            }
        }
        if (days.isEmpty()) {
            System.err.println("which days? see the head of scripts/verify-audit");
            System.exit(2);
        }
        System.exit(check(days, key == null ? null : derived(key, chain)) ? 0 : 1);
    }

    private static boolean check(List<Path> days, byte[] key) throws Exception {
        String last = null;
        String first = "";
        long count = 0;
        for (Path day : days) {
            for (String text : Files.readAllLines(day)) {
                Map<String, String> line = read(text);
                count++;
                first = last == null ? line.get("previousHash") : first;
                if (last != null && !last.equals(line.get("previousHash"))) {
                    return bad(line, "does not follow the entry before it");
                }
                if (key != null && !hash(key, line).equals(line.get("hash"))) {
                    return bad(line, "is not what was written");
                }
                last = line.get("hash");
            }
        }
        System.out.println(count + " entries, " + (key == null ? "linked (no key given: contents not checked)" : "as written")
                + "\nfrom  " + first + "\nup to " + last);
        return true;
    }

    private static boolean bad(Map<String, String> line, String how) {
        System.out.println("entry " + line.get("id") + " of " + line.get("at") + " " + how);
        return false;
    }

    /** HMAC-SHA-256 over the hash before and the six texts, each followed by a zero byte. */
    private static String hash(byte[] key, Map<String, String> line) throws Exception {
        Mac mac = mac(key);
        for (String field : List.of("previousHash", "at", "actor", "role", "action", "object", "details")) {
            mac.update(line.getOrDefault(field, "").getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
        }
        return HexFormat.of().formatHex(mac.doFinal());
    }

    /** HKDF-SHA-256 (RFC 5869) without salt, info {@code lienthong/<chain>}, 32 bytes. */
    private static byte[] derived(byte[] master, String chain) throws Exception {
        byte[] extracted = mac(new byte[32]).doFinal(master);
        Mac expanding = mac(extracted);
        expanding.update(("lienthong/" + chain).getBytes(StandardCharsets.UTF_8));
        return expanding.doFinal(new byte[] {1});
    }

    private static Mac mac(byte[] key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac;
    }

    /** A line is one object of texts and one number, as the export writes it. */
    private static Map<String, String> read(String line) {
        Map<String, String> fields = new HashMap<>();
        int at = 1;
        while (at < line.length() && line.charAt(at) == '"') {
            int name = line.indexOf('"', at + 1);
            StringBuilder value = new StringBuilder();
            int end = line.charAt(name + 2) == '"' ? text(line, name + 3, value) : number(line, name + 2, value);
            fields.putIfAbsent(line.substring(at + 1, name), value.toString());
            at = end + 1;
        }
        return fields;
    }

    private static int number(String line, int from, StringBuilder value) {
        int at = from;
        while (Character.isDigit(line.charAt(at))) {
            value.append(line.charAt(at++));
        }
        return at;
    }

    private static int text(String line, int from, StringBuilder value) {
        int at = from;
        while (line.charAt(at) != '"') {
            char letter = line.charAt(at++);
            if (letter != '\\') {
                value.append(letter);
            } else if (line.charAt(at) == 'u') {
                value.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
                at += 5;
            } else {
                int known = "ntrbf".indexOf(line.charAt(at));
                value.append(known < 0 ? line.charAt(at) : "\n\t\r\b\f".charAt(known));
                at++;
            }
        }
        return at + 1;
    }
}
