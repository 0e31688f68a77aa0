package vn.lienthong.hub.national.payload;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which of a dossier's files the portal has, by the hash of their content. */
public record Uploads(Map<String, Uploaded> files) {

    public static final Uploads NONE = new Uploads(Map.of());

    public Uploads {
        files = Map.copyOf(files);
    }

    /** A file as the portal names it. */
    public record Uploaded(String id, String hash) {}

    public Optional<Uploaded> of(String sha256) {
        return Optional.ofNullable(files.get(sha256));
    }

    public Uploads with(String sha256, Uploaded file) {
        var all = new HashMap<>(files);
        all.put(sha256, file);
        return new Uploads(all);
    }
}
