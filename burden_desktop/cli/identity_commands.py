"""Commands for signing identities; none needs a ledger."""

from pathlib import Path

import click

from ..domain.handed_in.receiving import readable
from ..domain.passphrase import WORDS, strength
from ..domain.point import Point
from ..domain.texts import label
from ..tasks import identity
from ..tasks.write_out import place_meant
from .answers import PATH, PLACE, REPLACE, over, passphrase_in, put, put_json
from .workshop import Call, commission_of


@click.group("identity", help=label("签名证书：新建、导出、做登记表、查看。"))
def identity_group() -> None:
    """`identity new`, `import`, `export`, `sheet`, `show`."""


@identity_group.command("new", help=label("新建签名证书（PKCS#12）。口令丢失后无法找回。"))
@click.option("--name", required=True, help=label("监测点名称"))
@click.option("--code", required=True, help=label("监测点代码，须与台账一致"))
@click.option("--out", required=True, type=PLACE, help=label("要写的 .p12 文件"))
@click.option("--passphrase-file", required=True, type=PATH, help=label("写有口令的文件"))
@click.option("--algorithm", default="ec", type=click.Choice(["ec", "rsa"]), help=label("ec 即 P-256，rsa 即 RSA-3072"))
@click.pass_obj
def new(call: Call, name: str, code: str, out: Path, passphrase_file: Path, algorithm: str) -> None:
    point = Point(name=name, code=code)
    passphrase = passphrase_in(passphrase_file)
    out = place_meant(out, identity.KEYS, name=code)
    identity.make_identity(point, out, passphrase, algorithm=algorithm, now=call.now)
    put(call.t("已建立签名证书 {path}。请妥善保管文件和口令。", path=out))
    put(call.t("口令强度：{strength}", strength=call.t(WORDS[strength(passphrase)])))


@identity_group.command("export", help=label("导出证书（.cer），交纪委登记。"))
@click.argument("file", type=PATH)
@click.option("--passphrase-file", required=True, type=PATH, help=label("写有口令的文件"))
@click.option("--out", required=True, type=PLACE, help=label("要写的 .cer 文件"))
@REPLACE
@click.pass_obj
def export_certificate(call: Call, file: Path, passphrase_file: Path, out: Path, replace: bool) -> None:
    out = place_meant(out, identity.CERTIFICATE, name=file.stem)
    identity.export_certificate(file, passphrase_in(passphrase_file), out, over=over(replace))
    put(str(out))


@identity_group.command("import", help=label("导入已有的 .p12 或 .pfx，改用强加密保存。"))
@click.argument("file", type=PATH)
@click.option("--passphrase-file", required=True, type=PATH, help=label("写有原口令的文件"))
@click.option("--new-passphrase-file", type=PATH, help=label("写有新口令的文件；不写即沿用原口令"))
@click.option("--out", required=True, type=PLACE, help=label("要写的 .p12 文件"))
@click.pass_obj
def import_identity(call: Call, file: Path, passphrase_file: Path, new_passphrase_file: Path | None, out: Path) -> None:
    passphrase = passphrase_in(passphrase_file)
    new_passphrase = passphrase_in(new_passphrase_file) if new_passphrase_file else passphrase
    out = place_meant(out, identity.KEYS, name=file.stem)
    identity.import_identity(file, passphrase, out, new_passphrase)
    put(call.t("已建立签名证书 {path}。请妥善保管文件和口令。", path=out))


@identity_group.command("sheet", help=label("做登记表（PDF，附证书 .cer），交纪委登记。"))
@click.argument("file", type=PATH)
@click.option("--passphrase-file", required=True, type=PATH, help=label("写有口令的文件"))
@click.option("--commission", default="", help=label("报送的纪委监委；不写即用台账里写的"))
@click.option("--out", required=True, type=PLACE, help=label("存放的文件夹"))
@REPLACE
@click.pass_obj
def sheet(call: Call, file: Path, passphrase_file: Path, commission: str, out: Path, replace: bool) -> None:
    passphrase = passphrase_in(passphrase_file)
    commission = commission or commission_of(call, identity.identity_state(file, passphrase, call.now).code)
    made = identity.write_sheet(file, passphrase, out, commission=commission, now=call.now, over=over(replace))
    for path in made:
        put(str(path))


@identity_group.command("show", help=label("看签名证书：属于谁、指纹、有效期、今天能否签名。证书文件（.cer）不需要口令。"))
@click.argument("file", type=PATH)
@click.option("--passphrase-file", type=PATH, help=label("写有口令的文件；看 .p12 时要有"))
@click.option("--json", "as_json", is_flag=True, help=label("以 JSON 输出"))
@click.pass_obj
def show(call: Call, file: Path, passphrase_file: Path | None, as_json: bool) -> None:
    if file.suffix.lower() == ".cer":
        state = identity.certificate_state(file, call.now)
    elif passphrase_file is None:
        raise click.UsageError(call.t("看 .p12 时请写 --passphrase-file。"))
    else:
        state = identity.identity_state(file, passphrase_in(passphrase_file), call.now)
    if as_json:
        put_json(identity.state_json(state, call.t))
    else:
        put(f"{state.name}（{state.code}）\n{readable(state.fingerprint)}\n{state.not_before.date()} — {state.not_after.date()}")
        for sentence in (state.fault, state.reminder):
            if sentence:
                put(call.t.of(sentence))
    if state.fault:
        raise SystemExit(1)


COMMANDS = (identity_group,)
