package vn.lienthong.hub.portal;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import vn.lienthong.hub.dossier.DossierFacts.NoticeChoice;
import vn.lienthong.infra.HubHome;
import vn.lienthong.infra.Mode;

/** Renders the citizens' tracking page; its words are in {@code pages/tra-cuu.properties} and {@code _en}. */
@Component
class CitizenPages {

    static final Locale VIETNAMESE = Locale.of("vi");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("HH:mm dd/MM/yyyy");

    private final TemplateEngine engine = new TemplateEngine();
    private final boolean trial;

    CitizenPages(HubHome home) {
        this.trial = home.mode() == Mode.STANDALONE;
        var files = new ClassLoaderTemplateResolver();
        files.setPrefix("pages/");
        files.setSuffix(".html");
        files.setTemplateMode(TemplateMode.HTML);
        files.setCharacterEncoding(StandardCharsets.UTF_8.name());
        engine.setTemplateResolver(files);
    }

    /** Why a question was not answered with a dossier. */
    enum Notice {
        INCOMPLETE,
        NOT_FOUND,
        PASS_OVER,
        TOO_MANY
    }

    /** A slip that can be fetched: the number of its form and where. */
    record Slip(String form, String address) {}

    /** The form for notices: where it is sent, what is chosen now (empty: nothing), whether that was just saved. */
    record Wish(String address, String choice, boolean saved) {}

    /** One line of the story, in the order things happened. */
    record Line(int status, String at) {}

    /** What the page shows of a dossier. */
    record Shown(
            TrackingView.Page dossier, List<Line> lines, String received, String due, List<Slip> slips, Wish wish) {

        static Shown of(TrackingView.Page page, List<Slip> slips, Wish wish) {
            List<Line> lines = page.steps().stream()
                    .filter(step -> step.status() != null)
                    .map(step -> new Line(step.status().code(), moment(step.at())))
                    .toList();
            return new Shown(page, lines, moment(page.receivedAt()), moment(page.dueAt()), slips, wish);
        }
    }

    byte[] form(Locale language, String code, @Nullable Notice notice) {
        return page(language, code, notice, null);
    }

    byte[] found(Locale language, Shown dossier) {
        return page(language, dossier.dossier().code(), null, dossier);
    }

    private byte[] page(Locale language, String code, @Nullable Notice notice, @Nullable Shown shown) {
        var context = new Context(language, Map.of("code", code, "trial", trial, "lang", language.getLanguage()));
        context.setVariable("notice", notice);
        context.setVariable("shown", shown);
        context.setVariable("choices", NoticeChoice.values());
        return engine.process("tra-cuu", context).getBytes(StandardCharsets.UTF_8);
    }

    private static String moment(@Nullable OffsetDateTime at) {
        return at == null ? "" : at.format(MOMENT);
    }
}
