; The Windows installer around a bundle that was made on Windows:
;   makensis -NOCD -DVERSION=0.1.0 -DBUNDLE=out\dist\burden-desktop -DOUT=out\installer build\installer\windows.nsi
; For this user alone, so that no administrator is needed. Removing the program leaves every ledger where it is:
; the ledgers lie in %LOCALAPPDATA%\BurdenDesktop, the program in %LOCALAPPDATA%\Programs\BurdenDesktop.

Unicode true
!include MUI2.nsh
!include FileFunc.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "BurdenDesktop"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define /ifndef ICON "${__FILEDIR__}/burden-desktop.ico"

Name "$(TITLE)"
OutFile "${OUT}/burden-desktop-${VERSION}-windows-x64-setup.exe"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
RequestExecutionLevel user
SetCompressor /SOLID lzma
ManifestDPIAware true

VIProductVersion "${VERSION}.0"
VIAddVersionKey "ProductName" "Burden Desktop"
VIAddVersionKey "FileDescription" "Burden Desktop setup"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "Apache-2.0"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_FINISHPAGE_RUN "$INSTDIR\burden-desktop.exe"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_LANGUAGE "English"

LangString TITLE ${LANG_SIMPCHINESE} "基层减负监测台账"
LangString TITLE ${LANG_ENGLISH} "Burden Desktop"
LangString IN_USE ${LANG_SIMPCHINESE} "程序正在运行。请先关闭基层减负监测台账，再点“重试”。"
LangString IN_USE ${LANG_ENGLISH} "The program is running. Please close Burden Desktop, then retry."
LangString OTHER_FILES ${LANG_SIMPCHINESE} "文件夹 $INSTDIR 里有别的文件。请选一个空文件夹，以免卸载时误删。"
LangString OTHER_FILES ${LANG_ENGLISH} "The folder $INSTDIR holds other files. Please choose an empty one, lest they be lost at removal."
LangString OLD_WINDOWS ${LANG_SIMPCHINESE} "需要64位 Windows 10 或更新版本。"
LangString OLD_WINDOWS ${LANG_ENGLISH} "This needs 64-bit Windows 10 or newer."

; A running program holds its own file: it cannot be opened for writing.
!macro WAIT_UNTIL_CLOSED
  !define PLACE ${__COUNTER__}
  again_${PLACE}:
  IfFileExists "$INSTDIR\burden-desktop.exe" 0 closed_${PLACE}
  ClearErrors
  FileOpen $0 "$INSTDIR\burden-desktop.exe" a
  IfErrors 0 opened_${PLACE}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IN_USE)" /SD IDCANCEL IDRETRY again_${PLACE}
  SetErrorLevel 3
  Quit
  opened_${PLACE}:
  FileClose $0
  closed_${PLACE}:
  !undef PLACE
!macroend

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(OLD_WINDOWS)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED
  ; An older version goes first, since files that the new one lacks would stay.
  IfFileExists "$INSTDIR\uninstall.exe" 0 fresh
  RMDir /r "$INSTDIR\_internal"
  Goto put
  fresh:
  ${GetSize} "$INSTDIR" "/G=0" $0 $1 $2
  ${If} $1 > 0
    MessageBox MB_OK|MB_ICONSTOP "$(OTHER_FILES)" /SD IDOK
    SetErrorLevel 2
    Quit
  ${EndIf}
  put:
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\$(TITLE).lnk" "$INSTDIR\burden-desktop.exe"
  CreateShortcut "$DESKTOP\$(TITLE).lnk" "$INSTDIR\burden-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "$(TITLE)"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\burden-desktop.exe"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\burden-desktop.exe"
  Delete "$INSTDIR\burden.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\$(TITLE).lnk"
  Delete "$DESKTOP\$(TITLE).lnk"
  DeleteRegKey HKCU "${UNINSTALL}"
SectionEnd
