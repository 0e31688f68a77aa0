package vn.lienthong.hub.intake.collect.files;

import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.lienthong.hub.intake.collect.Section;

/**
 * The section {@code collect} of a sender that lays down files.
 *
 * @param hostKey fingerprint of the server's key, as {@code ssh-keygen -l} shows it
 * @param done what the name of the file that says "whole" has behind that of the file, empty when there is none
 * @param unfinished ends of names of files still being written
 * @param still how long a file must have kept its size and time to be whole, where no other file says so
 */
record FileRules(
        String host,
        int port,
        String hostKey,
        String folder,
        PathMatcher pattern,
        String done,
        List<String> unfinished,
        Duration still,
        String archive,
        String refused,
        String reports,
        Duration patience) {

    private static final List<String> USUALLY_UNFINISHED = List.of(".part", ".tmp", ".filepart", ".crdownload", "~");
    private static final Map<String, String> TYPES = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "xml", "text/xml",
            "xls", "application/vnd.ms-excel",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    static FileRules read(Section section) {
        String hostKey = section.text("hostKey");
        if (!hostKey.startsWith("SHA256:")) {
            throw section.wrong("hostKey", "is a fingerprint such as SHA256:AbC..., not '" + hostKey + "'");
        }
        List<String> unfinished = section.list("unfinished");
        return new FileRules(
                section.text("host"),
                section.number("port", 22, 1),
                hostKey,
                section.text("folder", "."),
                FileSystems.getDefault().getPathMatcher("glob:" + section.text("pattern", "*")),
                section.text("done", ""),
                unfinished.isEmpty() ? USUALLY_UNFINISHED : unfinished,
                section.duration("still", Duration.ofSeconds(30)),
                section.text("archive", "archive"),
                section.text("refused", "refused"),
                section.text("reports", "reports"),
                section.duration("timeout", Duration.ofSeconds(30)));
    }

    boolean wants(String name) {
        boolean hidden = name.startsWith(".");
        boolean marker = !done.isEmpty() && name.endsWith(done);
        return !hidden && !marker && unfinished.stream().noneMatch(name::endsWith) && pattern.matches(Path.of(name));
    }

    static String type(String name) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
