@echo off
rem On Windows, from anywhere: program, bundle, self-check and installer under out\. Needs Python 3.11 or newer and NSIS 3 (makensis).
setlocal
cd /d "%~dp0..\.."
if not exist .venv\Scripts\python.exe py -3 -m venv .venv || exit /b 1
.venv\Scripts\python -m pip install --quiet -e .[dev] -c build\constraints-release.txt || exit /b 1
.venv\Scripts\python build\catalogue.py compile || exit /b 1
.venv\Scripts\pyinstaller --noconfirm --clean --log-level WARN --distpath out\dist --workpath out\pyinstaller app.spec || exit /b 1
.venv\Scripts\python build\bundle_parts.py out\dist\burden-desktop || exit /b 1
out\dist\burden-desktop\burden.exe self-check || exit /b 1
if not exist out\installer mkdir out\installer
for /f %%v in ('.venv\Scripts\python -c "import burden_desktop; print(burden_desktop.__version__)"') do set VERSION=%%v
makensis -V2 -NOCD -DVERSION=%VERSION% -DBUNDLE=out\dist\burden-desktop -DOUT=out\installer build\installer\windows.nsi || exit /b 1
