package vn.lienthong.hub.portal.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import vn.lienthong.hub.access.files.FileLink;
import vn.lienthong.hub.access.files.FileLinks;
import vn.lienthong.hub.dossier.DossierFacts;
import vn.lienthong.hub.dossier.DossierFacts.Attachment;
import vn.lienthong.hub.dossier.DossierView;
import vn.lienthong.hub.dossier.Dossiers;
import vn.lienthong.hub.platform.content.ContentStore;
import vn.lienthong.hub.platform.content.ContentTypes;
import vn.lienthong.hub.platform.content.ContentUnavailableException;
import vn.lienthong.hub.platform.http.ProblemException;

/** Opens links: a link that is over, or whose file the dossier no longer has, opens nothing any more. */
@Component
class FileDesk {

    private static final Logger log = LoggerFactory.getLogger(FileDesk.class);
    private static final int HEAD = 8 * 1024;
    private static final Duration SOON = Duration.ofSeconds(30);

    private final FileLinks links;
    private final Dossiers dossiers;
    private final ContentStore contents;
    private final FileFetches fetches;
    private final Clock clock;

    FileDesk(FileLinks links, Dossiers dossiers, ContentStore contents, FileFetches fetches, Clock clock) {
        this.links = links;
        this.dossiers = dossiers;
        this.contents = contents;
        this.fetches = fetches;
        this.clock = clock;
    }

    /** The file; otherwise the problem that says why not. Either is logged where the link is one of ours. */
    GivenFile open(String token, String address) {
        FileLink link = links.open(token).orElseThrow(FileDesk::unknown);
        Optional<DossierView> dossier =
                dossiers.byIds(List.of(link.dossier())).stream().findFirst();
        String code = dossier.map(DossierView::code).orElse("");
        try {
            GivenFile file = given(link, dossier.map(DossierView::facts).orElse(null));
            fetches.keep(link, code, address, HttpStatus.OK.value());
            return file;
        } catch (ProblemException not) {
            fetches.keep(link, code, address, not.status().value());
            throw not;
        }
    }

    private GivenFile given(FileLink link, @Nullable DossierFacts facts) {
        if (link.over(clock.instant())) {
            throw new ProblemException(HttpStatus.GONE, "link-over", "Liên kết đã hết hạn");
        }
        Attachment file = files(facts)
                .filter(kept -> link.sha256().equals(kept.sha256()))
                .findFirst()
                .orElseThrow(() -> new ProblemException(HttpStatus.GONE, "file-withdrawn", "Hồ sơ không còn tệp này"));
        String name = Objects.requireNonNullElse(file.name(), "");
        long size = file.size() == null ? -1 : file.size();
        return new GivenFile(name, type(link.sha256(), name), size, () -> contents.open(link.sha256()));
    }

    private static Stream<Attachment> files(@Nullable DossierFacts facts) {
        return facts == null
                ? Stream.of()
                : Stream.concat(
                        facts.components().stream().flatMap(paper -> paper.files().stream()),
                        facts.results().stream().flatMap(result -> result.files().stream()));
    }

    private String type(String sha256, String name) {
        try (InputStream content = contents.open(sha256)) {
            return ContentTypes.of(content.readNBytes(HEAD), name);
        } catch (ContentUnavailableException failed) {
            throw problem(failed);
        } catch (IOException failed) {
            throw problem(new ContentUnavailableException(failed));
        }
    }

    private static ProblemException problem(ContentUnavailableException failed) {
        if (ContentUnavailableException.passes(failed)) {
            return new ProblemException(
                            HttpStatus.SERVICE_UNAVAILABLE, "content-unavailable", "Kho tệp tạm thời không đọc được")
                    .retryAfter(SOON);
        }
        log.error("A file that a dossier has cannot be given", failed);
        return unknown();
    }

    private static ProblemException unknown() {
        return new ProblemException(HttpStatus.NOT_FOUND, "unknown-file", "Không có tệp này");
    }
}
