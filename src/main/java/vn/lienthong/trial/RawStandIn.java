package vn.lienthong.trial;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The stand-in's own ceiling: bare batches of ten dossiers and their first ten steps, as the hub sends them. */
final class RawStandIn {

    private static final int BATCH = 10;

    private final Installation hub;
    private final HttpClient http = HttpClient.newHttpClient();
    private final AtomicLong serial = new AtomicLong(System.nanoTime() % 1_000_000 * 1000);

    RawStandIn(Installation hub) {
        this.hub = hub;
    }

    double dossiersPerSecond(int callers, Duration window) throws Exception {
        String session = login();
        long from = System.nanoTime();
        long until = from + window.toNanos();
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            List<Callable<Long>> work = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                work.add(() -> batches(session, until));
            }
            long batches = 0;
            for (Future<Long> done : threads.invokeAll(work)) {
                batches += done.get();
            }
            return batches * BATCH * 1e9 / (System.nanoTime() - from);
        }
    }

    private long batches(String session, long until) throws IOException, InterruptedException {
        long batches = 0;
        while (System.nanoTime() < until) {
            long first = serial.addAndGet(BATCH);
            call(session, "DongBoHoSoMC\",\"isUpdating\":\"False", first, RawStandIn::dossier);
            call(session, "CapNhatTienDoHoSoMC", first, RawStandIn::step);
            batches++;
        }
        return batches;
    }

    private interface Row {
        String of(long serial);
    }

    private void call(String session, String service, long first, Row row) throws IOException, InterruptedException {
        String data = LongStream.range(first, first + BATCH).mapToObj(row::of).collect(Collectors.joining(","));
        JsonNode reply = post(
                "/mapi/g",
                "{\"session\":\"" + session + "\",\"madonvi\":\"000.00.00.H52\",\"service\":\"" + service
                        + "\",\"data\":[" + data + "]}");
        if (reply.path("error_code").asInt(-1) != 0) {
            throw new IOException("the stand-in refused a bare batch: " + reply);
        }
    }

    private String login() throws IOException, InterruptedException {
        return post("/mapi/login", "{\"username\":\"lienthong\",\"password\":\"" + hub.secret("national") + "\"}")
                .path("session")
                .asString();
    }

    private JsonNode post(String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(hub.standInUri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return JsonMapper.shared()
                .readTree(
                        http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    private static String dossier(long serial) {
        return """
                {"MaHoSo":"000.00.99.H52-261101-%d","MaTTHC":"1.004889","TenTTHC":"Raw","MaLinhVuc":"G03-GD10",\
                "TenLinhVuc":"Raw","KenhThucHien":"2","ChuHoSo":"RAW","LoaiDoiTuong":"1","ThongTinKhac":"","Email":"",\
                "Fax":"","SoDienThoai":"0900000001","TrichYeuHoSo":"Raw","NgayNopHoSo":"20261101080000",\
                "NgayTiepNhan":"20261101080000","NgayHenTra":"20261201080000","TrangThaiHoSo":"2","NgayTra":"",\
                "ThongTinTra":"","HinhThuc":"0","NgayKetThucXuLy":"","DonViXuLy":"Raw","GhiChu":"",\
                "DinhDanhCHS":[{"LoaiDinhDanh":"1","SoDinhDanh":"014090000001"}],"TaiLieuNop":[],"DanhSachLePhi":[],\
                "DanhSachTepDinhKemKhac":[],"DanhSachHoSoBoSung":[],"DanhSachGiayToKetQua":[]}""".formatted(serial);
    }

    private static String step(long serial) {
        return """
                {"MaHoSo":"000.00.99.H52-261101-%d","NguoiXuLy":"Raw","ChucDanh":"","ThoiDiemXuLy":"20261101080000",\
                "PhongBanXuLy":"","NoiDungXuLy":"Raw","TrangThai":"2","NgayBatDau":"","NgayKetThucTheoQuyDinh":""}""".formatted(serial);
    }
}
